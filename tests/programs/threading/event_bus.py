# Publish and subscribe: each subscriber has a queue and a thread.
import queue
import threading

class Subscriber(threading.Thread):
    def __init__(self, name, topics):
        super().__init__(name=name)
        self.topics, self.inbox, self.seen = topics, queue.Queue(), []

    def run(self):
        while (message := self.inbox.get()) is not None:
            self.seen.append("{0}:{1}".format(*message))

class Bus:
    def __init__(self):
        self.subscribers = []

    def subscribe(self, subscriber):
        self.subscribers.append(subscriber)
        subscriber.start()

    def publish(self, topic, text):
        for s in self.subscribers:
            if topic in s.topics:
                s.inbox.put((topic, text))

    def stop(self):
        for s in self.subscribers:
            s.inbox.put(None)
            s.join()

bus = Bus()
for name, topics in (("mail", {"new"}), ("audit", {"new", "gone"})):
    bus.subscribe(Subscriber(name, topics))
bus.publish("new", "order 1")
bus.publish("gone", "order 1")
bus.publish("other", "nobody listens")
bus.stop()
for s in bus.subscribers:
    print(s.name, s.seen)

# stdout:
#| mail ['new:order 1']
#| audit ['new:order 1', 'gone:order 1']
