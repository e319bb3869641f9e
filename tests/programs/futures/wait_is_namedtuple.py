# The result of wait() is a named tuple
from concurrent.futures import Future, wait

done, pending = Future(), Future()
done.set_result(1)
result = wait([done, pending], timeout=.1)
print(result._fields)  # expect: ('done', 'not_done')
print(sorted(result._asdict()), len(result._asdict()["done"]))  # expect: ['done', 'not_done'] 1
changed = result._replace(done=[1], not_done=[])
print(changed, type(changed).__name__)  # expect: DoneAndNotDoneFutures(done=[1], not_done=[]) DoneAndNotDoneFutures
