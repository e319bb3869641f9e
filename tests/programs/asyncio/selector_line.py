# With logging at DEBUG, asyncio says which selector it uses
import asyncio
import logging

logging.basicConfig(level=logging.DEBUG)


async def main():
    logging.debug("x")


asyncio.run(main())
# stderr:
#| DEBUG:asyncio:Using selector: EpollSelector
#| DEBUG:root:x
