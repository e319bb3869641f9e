# Pickling for other processes.
import _pickle


class ForkingPickler:
    @classmethod
    def dumps(cls, obj, protocol=None):
        return _pickle.dumps(obj, protocol)

    loads = _pickle.loads


def dumps(obj):
    return _dump(obj)


def _dump(obj):
    return _pickle.dumps(obj)
