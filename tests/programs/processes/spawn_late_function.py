# A function that is defined under the guard is not there in a process that was spawned
import multiprocessing as mp

if __name__ == "__main__":
    mp.set_start_method("spawn")

    def late(x):
        print(x)

    process = mp.Process(target=late, args=(1,))
    process.start()
    process.join()
    print(process.exitcode)  # expect: 1
# stderr-has: AttributeError: Can't get attribute 'late' on <module '__mp_main__' from '
