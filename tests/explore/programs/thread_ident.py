import threading




def work():
    pass


t = threading.Thread(target=work)
t.start()
print(t.ident == t.native_id)
t.join()
