def work(f):
    try:
        f()
    except OSError as e:
        print(e)
    finally:
        print("done")
