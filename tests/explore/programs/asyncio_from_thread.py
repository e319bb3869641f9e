import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def work():
        loop.call_soon_threadsafe(done.set)

    t = threading.Thread(target=work)
    t.start()
    await done.wait()
    print("woken")
    t.join()


asyncio.run(main())
