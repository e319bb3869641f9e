# A timeout that begins after another timer has ended may end in time, or not.
import asyncio


def work():
    pass


async def main():
    await asyncio.sleep(0.01)
    ended = asyncio.get_running_loop().create_future()
    handle = asyncio.get_running_loop().call_later(1, ended.set_result, "timeout")
    thread = asyncio.get_running_loop().run_in_executor(None, work)
    thread.add_done_callback(lambda _: ended.done() or ended.set_result("in time"))
    print(await ended)
    handle.cancel()


asyncio.run(main())
