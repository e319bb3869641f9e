import threading

def work(box, x):
    box[0] = x
    box.append(box[0])


def main():
    box = [0]
    t = threading.Thread(target=work, args=(box, 1))
    t.start()
    work(box, 2)
    t.join()
    print(box)


main()
