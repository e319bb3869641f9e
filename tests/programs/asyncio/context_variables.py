# contextvars: every task has a copy of the context it was made in, threads begin with an empty one.
import asyncio
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")
number = contextvars.ContextVar("number")

def show(where):
    print(where, user.get(), number.get("none"))

async def handle(name, delay):
    user.set(name)
    await asyncio.sleep(delay)
    show("task " + name)
    await asyncio.create_task(inner())
    show("task " + name + " after inner")
    await asyncio.to_thread(show, "thread of " + name)
    await asyncio.get_running_loop().run_in_executor(None, show, "executor of " + name)
    asyncio.get_running_loop().call_soon(show, "callback of " + name)
    await asyncio.sleep(0.01)

async def inner():
    show("inner")
    user.set("changed")

async def direct():
    user.set("direct")

async def main():
    number.set(1)
    await asyncio.gather(handle("ann", 0.01), handle("bob", 0.2))
    show("main")
    await direct()
    show("main after await")
    context = contextvars.copy_context()
    task = asyncio.create_task(inner(), context=context)
    await task
    print(context[user], context.get(number), len(context), user in context)
    async with asyncio.TaskGroup() as group:
        group.create_task(handle("cid", 0.01))

asyncio.run(main())
show("program")

token = user.set("first")
context = contextvars.copy_context()
context.run(user.set, "inside")
print(user.get(), context[user], sorted(var.name for var in context))
thread = threading.Thread(target=show, args=("plain thread",))
thread.start()
thread.join()
thread = threading.Thread(target=contextvars.copy_context().run, args=(show, "thread in a copy"))
thread.start()
thread.join()
user.reset(token)
show("reset")
print(token.old_value is contextvars.Token.MISSING, token.var is user)
for mistake in (lambda: number.get(), lambda: user.reset(token), lambda: context.run(context.run, print),
                lambda: number.reset(user.set(1)), lambda: user.reset(context.run(user.set, 2)),
                lambda: contextvars.ContextVar(1), lambda: context["user"]):
    try:
        mistake()
    except Exception as error:
        text = str(error).split(" at 0x")[0]
        print(type(error).__name__, text[:40])

# stdout:
#| task ann ann 1
#| inner ann 1
#| task ann after inner ann 1
#| thread of ann ann 1
#| executor of ann nobody none
#| callback of ann ann 1
#| task bob bob 1
#| inner bob 1
#| task bob after inner bob 1
#| thread of bob bob 1
#| executor of bob nobody none
#| callback of bob bob 1
#| main nobody 1
#| main after await direct 1
#| inner direct 1
#| changed 1 2 True
#| task cid cid 1
#| inner cid 1
#| task cid after inner cid 1
#| thread of cid cid 1
#| executor of cid nobody none
#| callback of cid cid 1
#| program nobody none
#| first inside ['user']
#| plain thread nobody none
#| thread in a copy first none
#| reset nobody none
#| True True
#| LookupError <ContextVar name='number'
#| RuntimeError <Token used var=<ContextVar name='user' 
#| RuntimeError cannot enter context: <_contextvars.Cont
#| ValueError <Token var=<ContextVar name='user' defau
#| ValueError <Token var=<ContextVar name='user' defau
#| TypeError context variable name must be a str
#| TypeError a ContextVar key was expected, got 'user
