import threading

def main():
    box = [0]

    def work():
        box[0] = box[0] + 1

    t = threading.Thread(target=work)
    t.start()
    box[0] = box[0] + 10
    t.join()
    print(box[0])


main()
