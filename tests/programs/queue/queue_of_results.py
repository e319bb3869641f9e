# Exceptions travel back through a queue as values.
import queue
import threading

def safe(function, argument, out):
    try:
        out.put((argument, "ok", function(argument)))
    except Exception as error:
        out.put((argument, "error", error))

out = queue.Queue()
threads = [threading.Thread(target=safe, args=(int, text, out)) for text in ("12", "x", "7")]
for t in threads:
    t.start()
for t in threads:
    t.join()
results = sorted((out.get() for _ in threads), key=lambda result: result[0])
for argument, state, value in results:
    print(argument, state, value)
print(list(out.queue))

# stdout:
#| 12 ok 12
#| 7 ok 7
#| x error invalid literal for int() with base 10: 'x'
#| []
