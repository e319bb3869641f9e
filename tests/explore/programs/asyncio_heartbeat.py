# A timer that begins anew for ever comes to a state that was there before.
import asyncio
import threading

flag = False


def work():
    global flag
    flag = True


async def main():
    thread = threading.Thread(target=work)
    thread.start()
    while not flag:
        await asyncio.sleep(0.1)
    print("seen")


asyncio.run(main())
