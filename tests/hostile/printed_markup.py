# expected: ok
print("<script>alert(1)</script>")
print('```\n# heading\n--8<-- "index.md"\n{{ x }}')
print("[x](javascript:alert(1))  <img src=x onerror=y> </pre>")
