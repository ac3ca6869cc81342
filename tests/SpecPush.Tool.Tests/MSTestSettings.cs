// Each test starts processes of its own in a folder of its own.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
