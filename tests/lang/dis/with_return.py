def locked(lock, other):
    with lock, other as o:
        return o.value
