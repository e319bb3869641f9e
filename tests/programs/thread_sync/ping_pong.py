# Two threads take turns with one condition.
import threading

condition = threading.Condition()
turn = "ping"

def player(me, other, rounds):
    global turn
    for _ in range(rounds):
        with condition:
            condition.wait_for(lambda: turn == me)
            print(me)
            turn = other
            condition.notify()

a = threading.Thread(target=player, args=("ping", "pong", 3))
b = threading.Thread(target=player, args=("pong", "ping", 3))
b.start()
a.start()
a.join()
b.join()
print("game over")

# stdout:
#| ping
#| pong
#| ping
#| pong
#| ping
#| pong
#| game over
