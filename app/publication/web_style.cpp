#include "app/publication/web_style.hpp"

namespace jobcast::app {

std::string_view web_style() {
  return R"css(
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-padding-top:1rem}
body{margin:0;background:var(--chart-page);color:var(--chart-ink);line-height:1.6;
 font-family:"Noto Sans KR","Noto Sans CJK KR","Apple SD Gothic Neo","Malgun Gothic",system-ui,sans-serif;
 overflow-wrap:break-word}
:lang(ko){word-break:keep-all}
header,nav,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{font-size:1.7rem;line-height:1.3;margin:0 0 .3rem}
h2{font-size:1.3rem;line-height:1.35;margin:2.6rem 0 .6rem;padding-top:.7rem;border-top:2px solid var(--chart-grid)}
p{margin:.5rem 0;max-width:46rem}
.quiet{color:var(--chart-muted);font-size:.9em}
.answer{margin:1.2rem 0;padding:1rem 1.2rem;border-left:5px solid var(--chart-blue);
 background:color-mix(in srgb,var(--chart-blue) 8%,var(--chart-page))}
.answer h2{border:0;margin:0 0 .3rem;padding:0;font-size:.95rem;color:var(--chart-muted)}
.answer p:first-of-type{font-size:1.2rem;line-height:1.5;font-weight:700;margin-top:0}
nav ol{columns:2;column-gap:2rem;margin:.3rem 0;padding-left:1.4rem}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--chart-blue);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--chart-blue);outline-offset:2px}
td a,th a{text-decoration-color:var(--chart-grid)}
td a:hover,th a:hover{text-decoration-color:var(--chart-blue)}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--chart-page);padding:.4rem .8rem}
figure{margin:1.2rem 0}
figcaption{font-weight:600;margin-bottom:.5rem;max-width:46rem}
.chart{display:block;max-width:100%;height:auto}
.chart.narrow{display:none}
.scroll{overflow-x:auto;margin:1.2rem 0}
table{border-collapse:collapse;font-size:.9rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding-bottom:.4rem;font-size:1rem}
caption span{display:inline-block;position:sticky;left:0;max-width:min(46rem,calc(100vw - 2.5rem))}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--chart-grid);text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--chart-muted);vertical-align:bottom}
th[scope=row]{font-weight:400;min-width:9.6rem}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.date{white-space:nowrap}
.total th,.total td{font-weight:700;border-top:2px solid var(--chart-muted)}
.prose td:not(.number):not(.date),.prose th[scope=row]{min-width:6rem}
.prose td.long,.prose th.long[scope=row]{min-width:15rem}
tr:target{background:color-mix(in srgb,var(--chart-amber) 25%,var(--chart-page))}
details{margin:1.2rem 0}
summary{font-weight:600;cursor:pointer}
footer{margin:3rem auto 2rem;border-top:1px solid var(--chart-grid);padding-top:.8rem}
@media (max-width:46rem){
 .chart.wide{display:none}
 .chart.narrow{display:block}
 nav ol{columns:1}
 h1{font-size:1.35rem}
 header,nav,main,footer{padding-left:1rem;padding-right:1rem}
}
@page{size:A4;margin:16mm 14mm}
@media print{
 body{font-size:10pt}
 header,nav,main,footer{max-width:none;padding:0}
 nav,.skip{display:none}
 .chart.wide{display:block;max-width:100%;max-height:225mm}
 .chart.narrow{display:none}
 h2,figcaption,caption{break-after:avoid}
 figure,tr,.answer{break-inside:avoid}
 .scroll{overflow:visible}
 table{font-size:8pt;width:100%}
 th,td{padding:.15rem .3rem}
 .prose td:not(.number):not(.date),th[scope=row],.prose th[scope=row],.prose td.long,.prose th.long[scope=row]{min-width:0}
 a{text-decoration:none}
 thead{display:table-header-group}
}
)css";
}

}  // namespace jobcast::app
