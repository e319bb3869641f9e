# spawn imports the main module again, as __mp_main__.
import multiprocessing

print("module runs as", __name__, flush=True)


def work(text):
    print("work", text, __name__, flush=True)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn", force=True)
    process = multiprocessing.Process(target=work, args=("now",))
    process.start()
    process.join()

# stdout:
#| module runs as __main__
#| module runs as __mp_main__
#| work now __mp_main__
