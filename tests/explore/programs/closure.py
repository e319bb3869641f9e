import threading

def main():
    n = 0

    def work():
        nonlocal n
        n += 1

    a = threading.Thread(target=work)
    a.start()
    n += 2
    a.join()
    print(n)


main()
