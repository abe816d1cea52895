# Builds the program once and runs it without the SDK, as a user without rights.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/ActorCafe.Cli -c Release -r linux-x64 --self-contained false -o /app

FROM mcr.microsoft.com/dotnet/runtime:10.0
WORKDIR /app
COPY --from=build /app .
COPY hocon /shops
USER $APP_UID
WORKDIR /shops
ENTRYPOINT ["dotnet", "/app/actorcafe.dll"]
CMD ["compare"]
