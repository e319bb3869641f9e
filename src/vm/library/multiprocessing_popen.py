# The three ways to start a process. Processes are numbered by the machine; pids follow from the numbers.
import _lockstep
import atexit
import multiprocessing.context as context
import multiprocessing.reduction as reduction
import multiprocessing.spawn as spawn
import multiprocessing.util
import threading

_FIRST_PID = 1000
_FIRST_SENTINEL = 1000000


class Popen:
    method = "fork"

    def __init__(self, process):
        self.returncode = None
        self._number = self._launch(process)
        self.pid = _FIRST_PID + self._number
        self.sentinel = _FIRST_SENTINEL + self._number

    def _launch(self, process):
        warnings = _lockstep.loaded("warnings")
        # By default such warnings are shown for the main module's own calls only.
        if warnings is not None and threading.active_count() > 1:
            warnings.warn("This process (pid=%d) is multi-threaded, use of fork() may lead to deadlocks "
                          "in the child." % _lockstep.process()[1], DeprecationWarning, stacklevel=2)
        return _lockstep.fork(_run, (process, self), process._name, process.daemon)

    def poll(self):
        if self.returncode is None:
            self.returncode = _lockstep.poll_process(self._number)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            self.returncode = _lockstep.wait_process(self._number, timeout)
        return self.returncode

    def terminate(self):
        self._signal(15)

    def kill(self):
        self._signal(9)

    def _signal(self, number):
        if self.poll() is None:
            _lockstep.kill_process(self._number, number)

    def close(self):
        pass


def _run(process, popen):
    code = 1
    # The parent's functions are not the child's; its own run when it ends.
    atexit._clear()
    atexit.register(multiprocessing.util._exit_function)
    try:
        code = process._bootstrap()
    finally:
        atexit._run_exitfuncs()
        _lockstep.exit_process(code & 255)


class SpawnPopen(Popen):
    method = "spawn"

    def _launch(self, process):
        spawn.check_not_importing_main()
        context.set_spawning_popen(self)
        name = process._name
        try:
            # Apart from the rest: the child imports the main module before it unpickles this.
            packed = reduction.dumps(process)
        finally:
            context.set_spawning_popen(None)
        data = reduction.dumps((context.get_start_method(), name, packed))
        return _lockstep.spawn(data, name, process.daemon, self.method == "forkserver")


class ForkServerPopen(SpawnPopen):
    method = "forkserver"
