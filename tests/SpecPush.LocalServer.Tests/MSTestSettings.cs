// Each test has its own server, or one that its class shares for reading.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]
