@echo off
rem Starts Afterglow on Windows; builds it first where the jars are missing. Not tested yet.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1 || (echo afterglow: no Java was found: install a JDK 17 or newer. 1>&2 & exit /b 2)
set "APP=%HOME_DIR%\ui\target\app"
if not exist "%APP%\.built" (
  where mvn >nul 2>&1 || (echo afterglow: Maven is needed to build. 1>&2 & exit /b 2)
  echo afterglow: building; the first time takes a minute or two ... 1>&2
  call mvn --batch-mode -q -f "%HOME_DIR%\pom.xml" -pl agent,ui -am package -DskipTests 1>&2 || exit /b 2
  echo built> "%APP%\.built"
)
set "CP="
for %%j in ("%HOME_DIR%\ui\target\afterglow-ui-*.jar") do set "CP=!CP!%%~fj;"
for %%j in ("%APP%\*.jar") do set "CP=!CP!%%~fj;"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "%CP%" "-Dafterglow.home=%HOME_DIR%" dev.afterglow.cli.Main %*
exit /b %ERRORLEVEL%
