# Array: shared numbers with indexing, slices, iteration; RawArray; a size makes zeros.
import multiprocessing

def square(numbers, start, stop):
    for i in range(start, stop):
        numbers[i] = numbers[i] ** 2

if __name__ == "__main__":
    numbers = multiprocessing.Array("i", range(6))
    processes = [multiprocessing.Process(target=square, args=(numbers, s, s + 3)) for s in (0, 3)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(numbers[:], len(numbers), numbers[-1])  # expect: [0, 1, 4, 9, 16, 25] 6 25
    zeros = multiprocessing.Array("d", 3)
    zeros[1] = 2
    zeros[0:1] = [9]
    print(list(zeros))  # expect: [9.0, 2.0, 0.0]
    with zeros.get_lock():
        print(sum(zeros))  # expect: 11.0
    raw = multiprocessing.RawArray("i", [1, 2])
    print(raw[:], list(raw))  # expect: [1, 2] [1, 2]
    try:
        numbers[6]
    except IndexError as error:
        print(error)  # expect: invalid index
    text = multiprocessing.Array("c", b"hello")
    print(text.value, text.raw)  # expect: b'hello' b'hello'
