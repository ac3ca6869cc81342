// Each test has its own server, or shares one for requests that are refused and leave nothing.
[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]
