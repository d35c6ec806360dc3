package extract
import ("testing";"slices";"time";"os";"path/filepath";"mueang/graph/kg")
func TestZZSpeed(t *testing.T){
 x:=newExtractor(t)
 ps,_:=filepath.Glob("/tmp/ev/corpus/*.txt")
 type r struct{d time.Duration;p string;n int}
 var all []r; s:=time.Now()
 for _,p:=range ps{ b,_:=os.ReadFile(p); q:=time.Now(); read(t,x,kg.Document{ID:"document-x",Text:string(b)}); all=append(all,r{time.Since(q),p,len([]rune(string(b)))})}
 tot:=time.Since(s)
 slices.SortFunc(all,func(a,b r)int{return int(b.d-a.d)})
 t.Logf("%d docs %v single-thread %.0f/s",len(ps),tot,float64(len(ps))/tot.Seconds())
 for _,a:=range all[:8]{t.Logf("%v %s %d",a.d,a.p,a.n)}
}
