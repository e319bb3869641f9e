# The style of the documentation's example: links checked in threads, errors reported in order of completion.
import concurrent.futures
import time

SITES = {"http://fast.example": (0.1, 1024), "http://slow.example": (0.5, 2048), "http://missing.example": (0.3, None)}

def load_url(url, timeout):
    delay, size = SITES[url]
    time.sleep(delay)
    if size is None:
        raise OSError("name not known")
    return b"x" * size

with concurrent.futures.ThreadPoolExecutor(max_workers=5) as executor:
    future_to_url = {executor.submit(load_url, url, 60): url for url in SITES}
    for future in concurrent.futures.as_completed(future_to_url):
        url = future_to_url[future]
        try:
            data = future.result()
        except Exception as exc:
            print("%r generated an exception: %s" % (url, exc))
        else:
            print("%r page is %d bytes" % (url, len(data)))

# stdout:
#| 'http://fast.example' page is 1024 bytes
#| 'http://missing.example' generated an exception: name not known
#| 'http://slow.example' page is 2048 bytes
