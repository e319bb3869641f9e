from concurrent.futures import ThreadPoolExecutor

done = []
with ThreadPoolExecutor(2) as executor:
    list(executor.map(done.append, (1, 2)))
print(done)
