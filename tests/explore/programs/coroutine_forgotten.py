# not compared with CPython: 3.8 and older word the warning otherwise
async def work():
    pass


work()
print("end")
