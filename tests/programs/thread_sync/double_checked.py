# A singleton made once although ten threads ask for it.
import threading

class Config:
    _instance = None
    _lock = threading.Lock()
    made = 0

    def __new__(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
                    Config.made += 1
        return cls._instance

found = []
threads = [threading.Thread(target=lambda: found.append(Config())) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(Config.made, len(found), all(c is found[0] for c in found))  # expect: 1 10 True
