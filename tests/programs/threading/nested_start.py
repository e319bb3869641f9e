# A thread that starts threads, and a class with a method as target.
import threading

class Crew:
    def __init__(self):
        self.log = []

    def work(self, who):
        self.log.append(who)

    def lead(self):
        for n in range(3):
            t = threading.Thread(target=self.work, args=(f"member {n}",))
            t.start()
            t.join()
        self.log.append("lead done")

crew = Crew()
leader = threading.Thread(target=crew.lead)
leader.start()
leader.join()
print("\n".join(crew.log))

# stdout:
#| member 0
#| member 1
#| member 2
#| lead done
