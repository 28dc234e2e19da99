#!/bin/bash
# usage: .run.sh modules tests
cd /work/wt/tel
flock /work/wt/.mvn mvn -o -Djacoco.skip -pl $1 -am test -Dtest="$2" -Dsurefire.failIfNoSpecifiedTests=false > /tmp/tel.log 2>&1
grep -E 'WARN|ERROR|BUILD|Tests run' /tmp/tel.log | grep -v 'Help 1\|re-run\|full stack' | head -60 > /tmp/tel.sum; date >> /tmp/tel.sum
