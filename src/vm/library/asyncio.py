# Coroutines: one thread, one loop, tasks that take turns at each `await`.
from asyncio.events import (
    AbstractEventLoop, BaseEventLoop, Handle, TimerHandle, get_event_loop, get_running_loop, new_event_loop,
    set_event_loop, _get_running_loop,
)
from asyncio.exceptions import CancelledError, InvalidStateError, TimeoutError
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import (
    Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, Semaphore,
)
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown
from asyncio.runners import Runner, run
from asyncio.taskgroups import TaskGroup
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_task,
    current_task, ensure_future, gather, iscoroutine, iscoroutinefunction, run_coroutine_threadsafe,
    shield, sleep, to_thread, wait, wait_for,
)

EventLoop = SelectorEventLoop = BaseEventLoop


def _current_task_name():
    try:
        task = current_task()
    except RuntimeError:
        return None
    return None if task is None else task.get_name()
