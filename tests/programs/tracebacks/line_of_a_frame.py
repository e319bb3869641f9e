# A frame in a traceback is the frame that goes on: its line is where it is now.
try:
    1 / 0
except ZeroDivisionError as error:
    at = error.__traceback__

    print(at.tb_lineno, at.tb_frame.f_lineno)  # expect: 3 7
