# An awaitable of one's own that hands on to a coroutine; methods that are cached.
import asyncio
import functools


class Ready:
    def __await__(self):
        return self.go().__await__()

    async def go(self):
        await asyncio.sleep(0.1)
        return 5


async def main():
    print(await Ready())
    print(await asyncio.gather(one(), one()))


async def one():
    return await Ready()


asyncio.run(main())

wrapper = one().__await__()
print(type(wrapper).__name__)
wrapper.close()


class Shop:
    @functools.lru_cache(maxsize=None)
    def price(self, name):
        print("asked for", name)
        return len(name)


shop = Shop()
print(shop.price("tea"), shop.price("tea"), Shop.price.cache_info())
print(shop.price.cache_info().hits, shop.price.cache_info()._asdict())
shop.price.cache_clear()
print(shop.price("tea"))

# stdout:
#| 5
#| [5, 5]
#| coroutine_wrapper
#| asked for tea
#| 3 3 CacheInfo(hits=1, misses=1, maxsize=None, currsize=1)
#| 1 {'hits': 1, 'misses': 1, 'maxsize': None, 'currsize': 1}
#| asked for tea
#| 3
