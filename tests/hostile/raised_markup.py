# expected: error
raise ValueError("<script>alert(1)</script>")
