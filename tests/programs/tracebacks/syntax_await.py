# await outside an async function.
import asyncio

def main():
    await asyncio.sleep(1)

# stdout:
# stderr:
#|   File "syntax_await.py", line 5
#|     await asyncio.sleep(1)
#|     ^^^^^^^^^^^^^^^^^^^^^^
#| SyntaxError: 'await' outside async function
# exit: 1
