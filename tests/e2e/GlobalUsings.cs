global using HealthDoers.Tests.Harness;
global using Xunit;
