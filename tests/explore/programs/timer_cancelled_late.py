import threading

done = []


def work():
    done.append(1)


t = threading.Timer(1, work)
t.start()
done.append(2)
t.cancel()
t.join()
print(done)
