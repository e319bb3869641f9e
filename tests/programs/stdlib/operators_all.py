# The operator module's functions beside the operators.
import operator as op

print(op.and_(6, 3), op.or_(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.inv(5), op.pos(-3), op.mod(7, 3), op.truediv(7, 2))  # expect: 2 7 16 4 -6 -3 1 3.5
print(op.eq(1, 1.0), op.ne(1, 2), op.ge(2, 2), op.gt(1, 2), op.le(1, 2), op.is_(None, None), op.is_not(1, None), op.truth([]))  # expect: True True True False True True True False
row = [1, 2, 3]
op.setitem(row, 0, 9)
op.delitem(row, 1)
print(row, op.getitem(row, 0), op.countOf([1, 1, 2], 1), op.indexOf("abc", "c"), op.concat([1], [2]), op.length_hint([1]))  # expect: [9, 3] 9 2 2 [1, 2] 1
total = [1]
total = op.iadd(total, [2])
print(total, op.imul(3, 4), op.pow(2, 5), op.abs(-2), op.index(7), op.attrgetter("a.b") is not None)  # expect: [1, 2] 12 32 2 7 True
