import threading

class Node:
    def __init__(self, next):
        self.next = next


head = None


def work():
    global head
    head = Node(head)


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
length = 0
while head:
    head = head.next
    length += 1
print(length)
