# An exception inside the manager's process is raised at the caller; nested proxies are shared.
import multiprocessing

if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        numbers = manager.list([1, 2])
        try:
            numbers[5]
        except IndexError as error:
            print(error)  # expect: list index out of range
        try:
            numbers.remove(9)
        except ValueError as error:
            print(error)  # expect: list.remove(x): x not in list
        outer = manager.list([manager.list(), manager.dict()])
        outer[0].append("shared")
        outer[1]["k"] = "v"
        print(outer[0], outer[1], len(outer))  # expect: ['shared'] {'k': 'v'} 2
        numbers += [3]
        print(numbers, numbers * 2)  # expect: [1, 2, 3] [1, 2, 3, 1, 2, 3]
        print(str(numbers), repr(numbers).split(",")[0])  # expect: [1, 2, 3] <ListProxy object
