# get_event_loop where there is no loop makes one, with a warning of the line that asked, and only once.
import asyncio

async def look():
    await asyncio.sleep(0.01)
    print(asyncio.get_event_loop() is asyncio.get_running_loop())

def main():
    loop = asyncio.get_event_loop()
    loop.run_until_complete(look())
    print(loop is asyncio.get_event_loop())
    loop.close()
    asyncio.run(look())
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)

main()

# stdout:
#| True
#| True
#| True
#| There is no current event loop in thread 'MainThread'.
# stderr:
#| current_loop.py:9: DeprecationWarning: There is no current event loop
#|   loop = asyncio.get_event_loop()
