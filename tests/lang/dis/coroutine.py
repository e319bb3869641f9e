async def fetch(session, urls):
    async with session as s:
        value = await s.get()
    async for url in urls:
        print(url)
    return [v async for v in value]
