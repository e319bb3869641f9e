import multiprocessing

numbers = []


def work():
    numbers.append(1)
    print("child", numbers)


if __name__ == "__main__":
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()
    print("parent", numbers)
