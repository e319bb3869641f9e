# Web crawler.
import threading, time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED
links = {"/": ["/a", "/b"], "/a": ["/c", "/"], "/b": ["/c", "/d"], "/c": [], "/d": ["/e"], "/e": []}
def fetch(url):
    time.sleep(0.02 * (1 + ord(url[-1]) % 3))
    return links[url]
seen = {"/"}
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="crawl") as ex:
    pending = {ex.submit(fetch, "/"): "/"}
    while pending:
        done, _ = wait(pending, return_when=FIRST_COMPLETED)
        for f in done:
            pending.pop(f)
            for u in f.result():
                if u not in seen:
                    seen.add(u); pending[ex.submit(fetch, u)] = u
print(sorted(seen))

# stdout:
#| ['/', '/a', '/b', '/c', '/d', '/e']
