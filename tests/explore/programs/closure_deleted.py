import threading


def main():
    n = 1

    def work():
        nonlocal n
        del n

    t = threading.Thread(target=work)
    t.start()
    try:
        print(n)
    except NameError:
        print("gone")
    t.join()


main()
