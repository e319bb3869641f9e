# What a fresh interpreter does: import the main module again, then run the process that was sent to it.
import _lockstep
import _pickle
import multiprocessing.context as context
import multiprocessing.process as process

_BOOTSTRAPPING = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """


_sent = []


def _begin(data):
    # What the command line says shows in tracebacks, this does not.
    _sent.append(data)
    import multiprocessing.command


def spawn_main(tracker_fd, pipe_handle):
    raise SystemExit(_main(_sent.pop()))


def _main(data):
    process._current_process._inheriting = True
    try:
        method, name, packed = _pickle.loads(data)
        process._current_process.name = name
        if method is not None:
            context._force_start_method(method)
        _lockstep.run_main()
        child = _pickle.loads(packed)
    finally:
        del process._current_process._inheriting
    return child._bootstrap()


def check_not_importing_main():
    if getattr(process._current_process, "_inheriting", False):
        raise RuntimeError(_BOOTSTRAPPING)


def freeze_support():
    pass


def is_forking(argv):
    return False
